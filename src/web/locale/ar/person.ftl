# Words of the pages: person.
person-index = الأشخاص
person-functions = الصفة في المصادر
person-search = ابحث في أسماء الأشخاص
person-people = أشخاص يُذكرون في الأحداث نفسها
