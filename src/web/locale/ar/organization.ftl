# Words of the pages: organization.
organization-part-of = فرع من
organization-companions = تُذكر معها في الأحداث نفسها
organization-search = ابحث في أسماء المنظمات
organization-affiliates = أشخاص تنسبهم المصادر إليها
