# Words of the pages: country.
country-index = البلدان
country-index-have-a-part = لها دور في حدث من أحداث السجل.
country-index-country = البلد
country-index-events = الأحداث التي تعنيه
country-index-held-there = منها ما انعقد فيه
country-events = الأحداث
country-organizations = منظماته في السجل
country-search = ابحث في أسماء البلدان
country-neighbours = بلدان لها دور في الأحداث نفسها
country-places = أماكنه في السجل
