import LogReading
import Testing
import TrainingModel

@testable import Diagnosis

/// Tracebacks as notebooks print them.
@Suite struct NotebookTests {
  private func verdict(_ log: String) throws -> ErrorSummary {
    try #require(
      FailureDiagnosis.summary(
        of: FailureFacts(
          outcome: .exited(code: 1), command: ["jupyter", "execute", "train.ipynb"], log: lines(log))))
  }

  @Test func theUsersOwnLineIsFoundInACell() throws {
    let log = """
      ---------------------------------------------------------------------------
      RuntimeError                              Traceback (most recent call last)
      Cell In[5], line 3
            1 for batch in loader:
            2     optimizer.zero_grad()
      ----> 3     loss = model(batch)
            4     loss.backward()

      File ~/venv/lib/python3.10/site-packages/torch/nn/modules/module.py:1518, in Module._wrapped_call_impl(self, *args)
         1516     return self._compiled_call_impl(*args, **kwargs)
         1517 else:
      -> 1518     return self._call_impl(*args, **kwargs)

      RuntimeError: mat1 and mat2 shapes cannot be multiplied (64x256 and 512x10)
      """
    let summary = try verdict(log)
    #expect(summary.failureType == .tensorShapeMismatch)
    #expect(summary.location == "Cell In[5]:3")
    #expect(summary.message == "RuntimeError: mat1 and mat2 shapes cannot be multiplied (64x256 and 512x10)")
  }

  @Test func anEarlierIPythonTellsTheLineByItsArrow() throws {
    let log = """
      ---------------------------------------------------------------------------
      KeyError                                  Traceback (most recent call last)
      /usr/local/lib/python3.7/dist-packages/pandas/core/indexes/base.py in get_loc(self, key, method, tolerance)
         3360             try:
      -> 3361                 return self._engine.get_loc(casted_key)

      KeyError: 'label'

      The above exception was the direct cause of the following exception:

      KeyError                                  Traceback (most recent call last)
      <ipython-input-7-0a1b2c3d4e5f> in <module>
            1 from data import load
      ----> 2 frame = load()

      /content/data.py in load()
           10     frame = read()
      ---> 11     return frame['label']

      /usr/local/lib/python3.7/dist-packages/pandas/core/frame.py in __getitem__(self, key)
      -> 3458             indexer = self.columns.get_loc(key)

      KeyError: 'label'
      """
    let summary = try verdict(log)
    #expect(summary.failureType == .dataFormat)
    #expect(summary.location == "/content/data.py:11")
  }

  @Test(arguments: [
    ("File ~/proj/train.py:42, in main(args)", "~/proj/train.py", 42, "main"),
    ("File ~/proj/train.py:42", "~/proj/train.py", 42, ""), ("Cell In[12], line 7", "Cell In[12]", 7, ""),
    ("Cell In[12], line 7, in fit(model)", "Cell In[12]", 7, "fit"),
    ("Input In [3], in <cell line: 2>()", "Input In [3]", 0, "<cell line: 2>"),
    ("/home/u/train.py in main(args)", "/home/u/train.py", 0, "main"),
    ("<ipython-input-5-3435b262f1ae> in <module>", "<ipython-input-5-3435b262f1ae>", 0, "<module>"),
    ("/home/u/data is in use", nil, 0, ""), ("File not found: a", nil, 0, ""), ("Filed 3:4", nil, 0, ""),
    ("", nil, 0, ""),
  ])
  func framesAreRead(text: String, file: String?, line: Int, function: String) {
    let frame = NotebookFrame.frame(Array(text.utf8))
    #expect(frame?.file == file)
    if file != nil {
      #expect(frame?.line == line)
      #expect(frame?.function == function)
    }
  }
}
