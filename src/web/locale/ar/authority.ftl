# Words of the pages: authority.
authority-filed = ، مرتبة على الحروف بلا اعتبار لأل التعريف والهمزات. الرقم بين القوسين عدد الأحداث.
authority-note = ملاحظة
authority-links = روابط
authority-as-format = بصيغة
authority-letters = الحروف
authority-latin = الاسم اللاتيني
authority-variants = صيغ أخرى للاسم
authority-no-events = لا حدث في السجل بعدُ يُذكر فيه.
