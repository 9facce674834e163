# The page that shows every part of the design.
component-title = أجزاء التصميم
component-how = كل جزء من تصميم الموقع في كل حالة من حالاته، بالقوالب نفسها التي تُبنى بها الصفحات. انتقل بلوحة المفاتيح لترى موضع التركيز.
component-buttons = الأزرار والروابط
component-chips = الرقائق: مختارة وغير مختارة، ومرشحات مطبقة
component-badges = الشارات
component-notices = التنبيهات
component-reason = هذا مثال لسبب السحب.
component-list = القائمة: مرشحات وأعمدة وبطاقات وصفحات
component-empty = نتيجة خالية
component-forms = النماذج
component-forms-wrong = نموذج فيه ما لا يصلح
component-table = الجدول
component-vocabulary = أنواع الأحداث وألفاظها في البيانات
component-term = اللفظ
component-light = أضئ الشاهد الأول في النص
