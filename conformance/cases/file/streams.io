# needs: files
# stdin: first\n\nlast
# Standard streams are Files; streamTo copies the rest of one file to another.
writeln(File standardInput path, " ", File standardOutput name, " ", File standardError path, " ", File standardOutput mode, " ", File standardInput mode)
File standardOutput write("to ", "output\n") flush
File standardError write("to error\n") flush
writeln("[", File standardInput readLine, "] [", File standardInput readLine, "] ", File standardInput isAtEnd, " [", File standardInput readLine, "] ", File standardInput isAtEnd, " ", File standardInput readLine)
f := File with("a") setContents("streamed\n") openForReading
f streamTo(File standardOutput)
o := File with("b") openForUpdating
f rewind streamToWithoutYielding(o); o close; write(o contents)
f rewind setStreamDestination(File standardOutput) startStreaming
