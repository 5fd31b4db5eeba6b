import ArgumentParser

CensusTui.main()
