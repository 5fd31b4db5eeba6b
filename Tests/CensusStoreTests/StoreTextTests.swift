import CensusCore
import CensusStore
import Testing

/// The store's own file, as people read and edit it.
struct StoreTextTests {
  @Test func writesStoreJSONAsPeopleReadIt() throws {
    #expect(
      try text("store.json", in: try Sample.memory()) == """
        {
          "format": "site-census",
          "id": "00000000-0000-0000-0000-000000000001",
          "version": 1,
          "minReader": 1,
          "minWriter": 1,
          "language": "zh",
          "utcOffset": "+08:00",
          "title": {
            "zh": "甲省普查",
            "en": "Census of A"
          },
          "province": {
            "zh": "甲省",
            "en": "A"
          },
          "policy": {
            "chaseDays": [-12, -1, 2, 7],
            "chaseEvery": 7,
            "mentionsOwe": false,
            "shareContacts": false,
            "latenessGrades": [
              { "id": "slight", "from": 1, "name": { "zh": "轻", "en": "slight" } },
              { "id": "serious", "from": 4, "name": { "zh": "重", "en": "serious" } },
              { "id": "grave", "from": 11, "name": { "zh": "严重", "en": "grave" } }
            ]
          }
        }

        """)
    #expect(
      try text("units.json", in: try Sample.memory()) == """
        {
          "format": "site-census-units",
          "version": 1,
          "units": []
        }

        """)
  }
}
