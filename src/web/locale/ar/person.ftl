# Words of the pages: person.
person-index = الأشخاص
person-functions = الصفة في المصادر
person-in-list = في قائمة الأحداث
