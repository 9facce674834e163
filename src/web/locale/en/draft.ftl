# The invitation to correct a draft of the machine.
event-correct-draft = Correct this draft
event-correct-draft-how = in its record file, where every fact stands with its words from the text.
