# Words of the pages: parameter.
parameter-limit = العدد من 1 إلى 100.
parameter-cursor = خذ المؤشر كما جاء في next من الجواب السابق.
parameter-country = رمز البلد حرفان لاتينيان من المعيار ISO 3166-1، مثل BE لبلجيكا وEH للصحراء الغربية.
parameter-id = المعرّف حروف لاتينية صغيرة وأرقام تفصل بينها شرطات، كما يظهر في عنوان صفحته.
parameter-kind = نوع الحدث واحد من: founding، meeting، conference، statement، call.
parameter-review = حال المراجعة إما reviewed وإما extracted.
parameter-day = اكتب سنة مثل 2011، أو شهرا مثل ⁦2011-08⁩، أو يوما مثل ⁦2011-08-06⁩.
parameter-order = أول المدة بعد آخرها: اجعل «من» قبل «إلى».
parameter-certain = القيمة المقبولة هي 1.
parameter-role = الدور واحد من: founded، convener، participant، invited، host، publisher، mentioned، venue، subject.
parameter-sort = الترتيب واحد من: relevance، date، -date، title، confidence.
parameter-page = رقم الصفحة عدد من 1 إلى 5000.
parameter-beyond = لهذه النتائج { $pages } لا أكثر.
parameter-letters = اكتب أول حروف الاسم: حرفين على الأقل.
parameter-most = اكتب عددا من 1 إلى { $most }.
parameter-region = المنطقة واحدة من: world، arab، maghreb، europe.
parameter-letter = اكتب حرفا واحدا مما في شريط الحروف.
