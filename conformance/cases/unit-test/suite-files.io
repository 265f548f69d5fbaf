# testFiles of a suite are the files of its path whose names end in Test.io.
# needs: files
Directory with("d") create
File with("d/ATest.io") setContents("")
File with("d/other.io") setContents("")
writeln(TestSuite with("d") testFiles)
writeln(TestSuite testFiles type)
