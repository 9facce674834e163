# The network of organizations.
network-title = شبكة المنظمات
network-description = منظمات السجل وائتلافاته التي تجتمع في الأحداث نفسها، رسما وجداول.
network-whole = الشبكة كلها
network-how = كل علامة منظمة، تكبر بعدد أحداثها وتقود إلى ما حولها، والمربع ائتلاف. والخط أحداث مشتركة، يغلظ بعددها. والجدولان تحت الرسم يقولان ما فيه.
network-picture = رسم الشبكة
network-around = ما حولها
network-kind = النوع
network-organizations = المنظمات المرسومة
network-pairs = الأحداث المشتركة، الأكثر أولا
network-first = المنظمة
network-second = مع
network-shared = عدد الأحداث المشتركة
network-which = الأحداث إن لم تزد على خمسة
network-line = { $first } مع { $second }: { $counted }
network-empty = لا منظمة في الأحداث التي تجمع هذه الشروط.
network-narrow = ضيّق الشروط في القائمة
network-all-pairs = جدول الأزواج كلها
network-pairs-title = المنظمات المجتمعة في الأحداث
network-as-picture = هذه الأزواج رسما
network-index = فهرس المنظمات كلها
network-other-nodes = { $number ->
    [one] ومنظمة أخرى أقل أحداثا لم تُرسم.
    [two] ومنظمتان أخريان أقل أحداثا لم تُرسما.
    [few] و{ $shown } منظمات أخرى أقل أحداثا لم تُرسم.
    [many] و{ $shown } منظمة أخرى أقل أحداثا لم تُرسم.
   *[other] و{ $shown } منظمة أخرى أقل أحداثا لم تُرسم.
}
network-other-pairs = { $number ->
    [one] وبين المرسومة خط واحد أضعف لم يُرسم.
    [two] وبين المرسومة خطان أضعف لم يُرسما.
    [few] وبين المرسومة { $shown } خطوط أضعف لم تُرسم.
    [many] وبين المرسومة { $shown } خطا أضعف لم يُرسم.
   *[other] وبين المرسومة { $shown } خط أضعف لم يُرسم.
}
