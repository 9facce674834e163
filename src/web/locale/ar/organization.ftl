# Words of the pages: organization.
organization-part-of = فرع من
organization-all-events = أحداثها في قائمة الأحداث
organization-companions = تُذكر معها في الأحداث نفسها
organization-network = شبكتها مع غيرها
organization-map = أحداثها على الخريطة
