# Words of the pages: decision.
decision-list = القرارات
decision-list-sought = بحث في القرارات:
decision-list-description = ما قررته الائتلافات وما أوصت به وما طالبت به في أحداث السجل، ولكل قرار رابط يخصه:
decision-list-how = ما قرره المجتمعون أو أوصوا به أو طالبوا به، بصياغة السجل المختصرة؛ وفي صفحة الحدث عبارة المصدر نفسها.
decision-list-search = بحث في القرارات
decision-list-search-label = ابحث في القرارات
decision-list-placeholder = ابحث في نصوص القرارات
decision-list-none = لا قرار بهذه الشروط.
decision-list-nothing-end = » في القرارات بهذه الشروط.
decision-list-all = كل القرارات
decision-list-decision = القرار
