# Words of the pages: document.
document-title = Document
document-file = File name
document-digest = Digest
document-received = Received by the archive
document-events = Events drawn from it
document-no-events = None
document-verify = For verification
document-bytes = The text as received, byte for byte
document-text = Text
