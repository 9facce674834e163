# Words of the pages: place.
place-index = الأماكن
place-lies-in = يقع في
place-coordinates = الإحداثيات
