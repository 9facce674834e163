# Words of the pages: home.
home-title = أحداث تأسيس الائتلافات
home-heading = من اجتمع مع من، وأين، وعلى ماذا اتفقوا
home-claim = سجل أرشيف عام لأحداث تأسيس الائتلافات كما ترويها الوثائق العربية: من دعا إليها ومن شارك فيها، ومتى وأين انعقدت، وماذا قررت. كل معلومة فيه تقود إلى عبارتها في المصدر، وما استنتجه السجل مميز مما ذكرته الوثيقة.
home-empty = لا أحداث في السجل بعد.
home-newest = أحدث الأحداث
home-oldest = أقدم الأحداث
home-all = كل الأحداث
home-by-kind = بحسب نوع الحدث
home-by-country = بحسب البلد
home-all-countries = كل البلدان
home-by-organization = بحسب المنظمة
home-all-organizations = كل المنظمات
home-pictures = السجل في رسوم
