# Prints for ever.
# ends: output

loop("spam, spam, spam, eggs and spam" println)
