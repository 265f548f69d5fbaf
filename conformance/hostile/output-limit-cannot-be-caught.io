# A program whose output is over goes on to try.
# ends: output

loop(try(loop("spam" println)))
