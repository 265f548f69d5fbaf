# isOpen, mode and isAtEnd follow opening and reading.
# needs: files
f := File with("a.txt")
writeln(f isOpen)
f openForUpdating
writeln(f isOpen)
f write("a\n")
f close
writeln(f isOpen)
f openForReading
f readLine
writeln(f isAtEnd, " ", f readLine, " ", f isAtEnd)
f close
