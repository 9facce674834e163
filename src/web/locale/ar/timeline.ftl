# The line of time.
timeline-title = الخط الزمني
timeline-description = أحداث السجل على خط الزمن، وما لا يُعلم يومه يظهر مدة لا يوما.
timeline-as-list = القائمة نفسها
timeline-how = كل رقم حدث يقود إلى صفحته، وترتيبه في الجدول تحت الرسم. ما لا يُعلم يومه مدة باهتة الطرفين، والدائرة المتقطعة تاريخ غير معلوم بيومه أو مستنتج.
timeline-picture = رسم الخط الزمني
timeline-table = الأحداث المرسومة بترتيب الزمن
timeline-number = الرقم
timeline-when = التاريخ
timeline-event = الحدث
timeline-inferred = تاريخ مستنتج
timeline-empty = لا حدث مؤرخ بهذه الشروط.
timeline-undated = أحداث لا يُعلم تاريخها
timeline-and = { "، " }
timeline-left-out = { $number ->
    [one] ولم يُرسم حدث واحد أحدث منها.
    [two] ولم يُرسم حدثان أحدث منها.
    [few] ولم تُرسم { $shown } أحداث أحدث منها.
    [many] ولم يُرسم { $shown } حدثا أحدث منها.
   *[other] ولم يُرسم { $shown } حدث أحدث منها.
}
