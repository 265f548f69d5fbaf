# Prints for ever on standard error.
# ends: output

loop(File standardError write("spam, spam, spam, eggs and spam\n"))
