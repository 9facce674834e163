# The invitation to correct a draft of the machine.
event-correct-draft = صحّح هذه المسودة
event-correct-draft-how = في ملف سجلها، وكل معلومة فيه بعبارتها من النص.
