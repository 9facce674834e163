# Words of the pages: authority.
authority-filed = , filed by letter without regard to the article and hamza. The number in brackets counts events.
authority-note = Note
authority-links = Links
authority-as-format = as
authority-letters = Letters
authority-latin = Latin name
authority-variants = Other forms of the name
authority-no-events = No event of the archive names it yet.
