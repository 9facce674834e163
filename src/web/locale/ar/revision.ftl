# Words of the pages: revision.
revision-history = تاريخ السجل:
revision-how = كل تغيير في السجل يُحفظ حالة جديدة، ولا تُمحى حالة سابقة.
revision-state = الحالة
revision-written-on = كُتبت في
