# Counted nouns in the six plural categories of Arabic. `$number` is the plural category, `$shown` is the number as a page writes it;
# `-genitive` stands after a preposition or «نحو», `-noun` alone under a number.
event-count = { $number ->
    [zero] لا أحداث
    [one] حدث واحد
    [two] حدثان
    [few] { $shown } أحداث
    [many] { $shown } حدثا
   *[other] { $shown } حدث
}
event-count-genitive = { $number ->
    [zero] لا أحداث
    [one] حدث واحد
    [two] حدثين
    [few] { $shown } أحداث
    [many] { $shown } حدثا
   *[other] { $shown } حدث
}
event-noun = { $number ->
    [few] أحداث
    [many] حدثا
   *[other] حدث
}
country-count = { $number ->
    [zero] لا بلدان
    [one] بلد واحد
    [two] بلدان اثنان
    [few] { $shown } بلدان
    [many] { $shown } بلدا
   *[other] { $shown } بلد
}
country-count-genitive = { $number ->
    [zero] لا بلدان
    [one] بلد واحد
    [two] بلدين
    [few] { $shown } بلدان
    [many] { $shown } بلدا
   *[other] { $shown } بلد
}
country-noun = { $number ->
    [few] بلدان
    [many] بلدا
   *[other] بلد
}
organization-count = { $number ->
    [zero] لا منظمات
    [one] منظمة واحدة
    [two] منظمتان
    [few] { $shown } منظمات
    [many] { $shown } منظمة
   *[other] { $shown } منظمة
}
organization-count-genitive = { $number ->
    [zero] لا منظمات
    [one] منظمة واحدة
    [two] منظمتين
    [few] { $shown } منظمات
    [many] { $shown } منظمة
   *[other] { $shown } منظمة
}
organization-noun = { $number ->
    [few] منظمات
    [many] منظمة
   *[other] منظمة
}
body-count = { $number ->
    [zero] لا هيئات
    [one] هيئة واحدة
    [two] هيئتان
    [few] { $shown } هيئات
    [many] { $shown } هيئة
   *[other] { $shown } هيئة
}
body-count-genitive = { $number ->
    [zero] لا هيئات
    [one] هيئة واحدة
    [two] هيئتين
    [few] { $shown } هيئات
    [many] { $shown } هيئة
   *[other] { $shown } هيئة
}
body-noun = { $number ->
    [few] هيئات
    [many] هيئة
   *[other] هيئة
}
person-count = { $number ->
    [zero] لا أشخاص
    [one] شخص واحد
    [two] شخصان
    [few] { $shown } أشخاص
    [many] { $shown } شخصا
   *[other] { $shown } شخص
}
person-count-genitive = { $number ->
    [zero] لا أشخاص
    [one] شخص واحد
    [two] شخصين
    [few] { $shown } أشخاص
    [many] { $shown } شخصا
   *[other] { $shown } شخص
}
person-noun = { $number ->
    [few] أشخاص
    [many] شخصا
   *[other] شخص
}
place-count = { $number ->
    [zero] لا أماكن
    [one] مكان واحد
    [two] مكانان
    [few] { $shown } أماكن
    [many] { $shown } مكانا
   *[other] { $shown } مكان
}
place-count-genitive = { $number ->
    [zero] لا أماكن
    [one] مكان واحد
    [two] مكانين
    [few] { $shown } أماكن
    [many] { $shown } مكانا
   *[other] { $shown } مكان
}
place-noun = { $number ->
    [few] أماكن
    [many] مكانا
   *[other] مكان
}
decision-count = { $number ->
    [zero] لا قرارات
    [one] قرار واحد
    [two] قراران
    [few] { $shown } قرارات
    [many] { $shown } قرارا
   *[other] { $shown } قرار
}
decision-count-genitive = { $number ->
    [zero] لا قرارات
    [one] قرار واحد
    [two] قرارين
    [few] { $shown } قرارات
    [many] { $shown } قرارا
   *[other] { $shown } قرار
}
decision-noun = { $number ->
    [few] قرارات
    [many] قرارا
   *[other] قرار
}
quotation-count = { $number ->
    [zero] لا أقوال
    [one] قول واحد
    [two] قولان
    [few] { $shown } أقوال
    [many] { $shown } قولا
   *[other] { $shown } قول
}
quotation-count-genitive = { $number ->
    [zero] لا أقوال
    [one] قول واحد
    [two] قولين
    [few] { $shown } أقوال
    [many] { $shown } قولا
   *[other] { $shown } قول
}
quotation-noun = { $number ->
    [few] أقوال
    [many] قولا
   *[other] قول
}
day-count = { $number ->
    [zero] لا أيام
    [one] يوم واحد
    [two] يومان
    [few] { $shown } أيام
    [many] { $shown } يوما
   *[other] { $shown } يوم
}
day-count-genitive = { $number ->
    [zero] لا أيام
    [one] يوم واحد
    [two] يومين
    [few] { $shown } أيام
    [many] { $shown } يوما
   *[other] { $shown } يوم
}
day-noun = { $number ->
    [few] أيام
    [many] يوما
   *[other] يوم
}
page-count = { $number ->
    [zero] لا صفحات
    [one] صفحة واحدة
    [two] صفحتان
    [few] { $shown } صفحات
    [many] { $shown } صفحة
   *[other] { $shown } صفحة
}
page-count-genitive = { $number ->
    [zero] لا صفحات
    [one] صفحة واحدة
    [two] صفحتين
    [few] { $shown } صفحات
    [many] { $shown } صفحة
   *[other] { $shown } صفحة
}
page-noun = { $number ->
    [few] صفحات
    [many] صفحة
   *[other] صفحة
}
source-count = { $number ->
    [zero] لا مصادر
    [one] مصدر واحد
    [two] مصدران
    [few] { $shown } مصادر
    [many] { $shown } مصدرا
   *[other] { $shown } مصدر
}
source-count-genitive = { $number ->
    [zero] لا مصادر
    [one] مصدر واحد
    [two] مصدرين
    [few] { $shown } مصادر
    [many] { $shown } مصدرا
   *[other] { $shown } مصدر
}
source-noun = { $number ->
    [few] مصادر
    [many] مصدرا
   *[other] مصدر
}
revision-count = { $number ->
    [zero] لا حالات
    [one] حالة واحدة
    [two] حالتان
    [few] { $shown } حالات
    [many] { $shown } حالة
   *[other] { $shown } حالة
}
revision-count-genitive = { $number ->
    [zero] لا حالات
    [one] حالة واحدة
    [two] حالتين
    [few] { $shown } حالات
    [many] { $shown } حالة
   *[other] { $shown } حالة
}
revision-noun = { $number ->
    [few] حالات
    [many] حالة
   *[other] حالة
}
completion-count = { $number ->
    [zero] لا اقتراحات
    [one] اقتراح واحد
    [two] اقتراحان
    [few] { $shown } اقتراحات
    [many] { $shown } اقتراحا
   *[other] { $shown } اقتراح
}
pair-count = { $number ->
    [zero] لا أزواج
    [one] زوج واحد
    [two] زوجان
    [few] { $shown } أزواج
    [many] { $shown } زوجا
   *[other] { $shown } زوج
}
pair-count-genitive = { $number ->
    [zero] لا أزواج
    [one] زوج واحد
    [two] زوجين
    [few] { $shown } أزواج
    [many] { $shown } زوجا
   *[other] { $shown } زوج
}
pair-noun = { $number ->
    [few] أزواج
    [many] زوجا
   *[other] زوج
}
