# Standard streams are files that are open.
writeln(File standardOutput type, File standardError type)
File standardOutput write("written\n")
File standardOutput flush
writeln(File standardInput readLine)
