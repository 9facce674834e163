# Words of the pages: card.
card-inferred = تاريخ مستنتج
card-undated = التاريخ غير معلوم
card-not-reviewed = لم يراجع بعد
card-found-as = وُجد بصيغة:
card-found-in-names = وُجد في أسماء السجل:
card-founded = تأسس فيه
card-called = دعا إليه
