# The terms of the vocabularies, as pages say them. Neutral: a body or a place is called what the archive's rules call it.

kind-founding = تأسيس
kind-meeting = اجتماع
kind-conference = مؤتمر
kind-statement = بيان مشترك
kind-call = نداء

status-held = تم
status-planned = مقرر
status-cancelled = ملغى
status-unknown = لا يُعلم هل تم

status-sentence-held = يذكر المصدر أن الحدث تم.
status-sentence-planned = كان الحدث مقررا وقت كتابة المصدر، ولا يُعلم منه هل تم.
status-sentence-cancelled = يذكر المصدر أن الحدث أُلغي.
status-sentence-unknown = لا يُعلم من المصدر هل تم الحدث.

review-reviewed = مراجَع
review-extracted = لم يراجع بعد

review-sentence-reviewed = راجع شخص هذا السجل على نص الوثيقة.
review-sentence-extracted = استُخرج هذا السجل آليا من نص الوثيقة، ولم يراجعه أحد بعد.

role-founded = التأسيس
role-convener = الدعوة إلى الحدث
role-participant = المشاركة
role-invited = تلقي الدعوة
role-host = الاستضافة
role-publisher = نشر الوثيقة
role-mentioned = الذكر فقط


organization-role-founded = تأسست فيه
organization-role-convener = دعت إليه
organization-role-participant = شاركت فيه
organization-role-invited = دُعيت إليه
organization-role-host = استضافته
organization-role-publisher = نشرت الوثيقة
organization-role-mentioned = ذُكرت

person-role-founded = المؤسسون
person-role-convener = الداعون
person-role-participant = المشاركون
person-role-invited = المدعوون
person-role-host = المضيفون
person-role-publisher = الناشرون
person-role-mentioned = مذكورون

events-of-organization-founded = الحدث الذي تأسست فيه
events-of-organization-convener = أحداث دعت إليها
events-of-organization-participant = أحداث شاركت فيها
events-of-organization-invited = أحداث دُعيت إليها
events-of-organization-host = أحداث استضافتها
events-of-organization-publisher = أحداث نشرت وثائقها
events-of-organization-mentioned = أحداث ذُكرت في وثائقها

events-of-person-founded = المشاركة في التأسيس
events-of-person-convener = الدعوة إلى الأحداث
events-of-person-participant = المشاركة في الأحداث
events-of-person-invited = تلقي الدعوة إلى الأحداث
events-of-person-host = استضافة الأحداث
events-of-person-publisher = نشر الوثائق
events-of-person-mentioned = الذكر في الوثائق

country-role-venue = مكان الانعقاد
country-role-participant = مشاركون منه
country-role-subject = موضوع الحدث
country-role-mentioned = مذكور

events-of-country-venue = أحداث انعقدت فيه
events-of-country-participant = أحداث شاركت فيها هيئات أو أشخاص منه
events-of-country-subject = أحداث موضوعها هذا البلد
events-of-country-mentioned = أحداث ذُكر في وثائقها

place-role-held = مكان الانعقاد
place-role-mentioned = مكان مذكور

events-of-place-held = أحداث انعقدت في هذا المكان
events-of-place-mentioned = أحداث ذُكر هذا المكان في وثائقها


organization-kind-coalition = ائتلاف
organization-kind-party = حزب
organization-kind-movement = حركة
organization-kind-association = جمعية
organization-kind-union = نقابة أو اتحاد
organization-kind-committee = لجنة أو تنسيقية
organization-kind-council = مجلس
organization-kind-observatory = مرصد
organization-kind-network = شبكة
organization-kind-company = شركة
organization-kind-media = وسيلة إعلام
organization-kind-government = حكومة أو جهاز رسمي
organization-kind-intergovernmental = هيئة دولية حكومية
organization-kind-other = هيئة أخرى

place-kind-city = مدينة
place-kind-district = حي
place-kind-venue = قاعة أو مبنى
place-kind-region = إقليم
place-kind-country = بلد
place-kind-territory = إقليم متنازع عليه
place-kind-other = مكان آخر

attendance-about = نحو { $counted }
attendance-over = أكثر من { $counted }
