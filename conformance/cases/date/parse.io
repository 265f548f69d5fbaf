# fromString takes strptime's directives.
p := method(text, format, writeln(Date clone fromString(text, format) asString))
p("2004-02-29 12:34:56", "%Y-%m-%d %H:%M:%S")
p("29 Feb 2004", "%d %b %Y")
p("Sunday 29 February 1904 3:04 PM", "%A %d %B %Y %I:%M %p")
p("1 Jan 1999 12:30:05 AM tail", "%d %b %Y %I:%M:%S %p")
p("10/11/2012", "%m/%d/%Y")
