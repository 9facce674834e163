# Words of the pages: place.
place-index = الأماكن
place-lies-in = يقع في
place-coordinates = الإحداثيات
place-search = ابحث في أسماء الأماكن
place-neighbours = أماكن أخرى في البلد نفسه
place-in-maps = افتحه في تطبيق الخرائط
