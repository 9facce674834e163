# Words of the pages: search.
search-button = ابحث
search-site = بحث في السجل كله
search-site-label = ابحث في السجل
search-placeholder = حدث أو بلد أو منظمة أو شخص
search-completions = أسماء تبدأ بما كتبت
