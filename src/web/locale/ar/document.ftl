# Words of the pages: document.
document-title = وثيقة
document-file = اسم الملف
document-digest = بصمة
document-received = وصلت إلى السجل
document-events = الأحداث المستمدة منها
document-no-events = لا شيء
document-verify = للتحقق
document-bytes = النص كما وصل، بايتا بايتا
document-text = النص
