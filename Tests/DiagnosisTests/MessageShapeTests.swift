import Testing

@testable import Diagnosis

/// What is taken out of messages, and what stays.
@Suite struct MessageShapeTests {
  @Test(arguments: [
    (
      "CUDA out of memory. Tried to allocate 20.00 MiB. GPU 0 has a total capacity of 79.15 GiB",
      "CUDA out of memory. Tried to allocate # GPU # has a total capacity of #"
    ),
    ("loss is -1.5e-05 at step 1200", "loss is # at step #"),
    ("[Errno 98] Address already in use: ('10.0.0.7', 29500)", "[Errno #] Address already in use: ('#', #)"),
    ("<Net object at 0x7f3a12bc9d40>", "<Net object at #>"),
    ("No such file: '/home/u/proj-7/data/train.csv'", "No such file: 'train.csv'"),
    ("No such file: 'C:\\data\\train.csv'", "No such file: 'train.csv'"),
    ("directory /mnt/runs/ is full", "directory runs is full"),
    ("cannot write /tmp/tmpa1b_9xyz/model.pt", "cannot write model.pt"),
    ("in /tmp/tmpa1b_9xyz", "in #"),
    ("run 6f9619ff-8b86-d011-b42d-00c04fc964ff failed", "run # failed"),
    ("commit 9fceb02d0ae598e9 is gone", "commit # is gone"),
    ("2026-11-21 10:02:33,123 worker 17 died after 3.2s", "#-#-# #,# worker # died after #"),
    ("mat1 and mat2 shapes cannot be multiplied (64x256 and 512x10)", ""),
    ("KeyError: 'val_loss'", "KeyError: 'val_loss'"),
    ("No module named 'bfloat16'", "No module named 'bfloat#'"),
    ("https://example.org/a/b?id=12", "https://example.org/a/b?id=#"),
  ])
  func takesOutWhatVaries(message: String, shape: String) {
    let expected = shape.isEmpty ? "mat# and mat# shapes cannot be multiplied (#x# and #x#)" : shape
    #expect(MessageShape.of(message) == expected)
  }

  @Test func aLongMessageIsCut() {
    let long = Array(repeating: "word", count: 1000).joined(separator: " ")
    #expect(MessageShape.of(long).utf8.count == 200)
    #expect(MessageShape.of(String(repeating: "/", count: 5000)).utf8.count <= 200)
    #expect(MessageShape.of("").isEmpty)
  }
}
