import TrainingModel

/// Other machines and services.
enum NetworkRules {
  static let all: [FailureRule] = [
    FailureRule(
      .rateLimited, weight: 8, exceptions: ["RateLimitError"],
      words: [
        ["too many requests"], ["error code: 429"], ["rate limit"], ["too many users"],
        ["slow down"],
      ],
      readsLines: false, retry: .mayHelp
    ) { _ in
      [
        "Wait, then start again; log in (a token has higher limits), and cache downloads.",
        "Download once before the training, and let only one rank do it.",
      ]
    },
    FailureRule(
      .authentication, weight: 8,
      exceptions: [
        "AuthenticationError", "NoCredentialsError", "GatedRepoError", "Unauthorized", "PermissionDenied",
        "RepositoryNotFoundError",
      ],
      words: [
        ["401 client error"], ["403 client error"], ["403 forbidden"], ["401 unauthorized"],
        ["error code: 401"],
        ["(403)", "forbidden"], ["gated repo"], ["no api key"], ["api key not configured"],
        ["api_key not configured"],
        ["incorrect api key"],
        ["unable to locate credentials"], ["accessdenied"], ["invalid username or password"],
        ["invalid api key"],
        ["invalid access token"], ["token is invalid"], ["token is required"], ["not authorized"],
        ["publickey"], ["please log in"],
        ["authentication failed"], ["invalidaccesskeyid"], ["expiredtoken"],
      ],
      readsLines: false
    ) { scene in
      let text = scene.lower
      if text.has("wandb") { return ["Set WANDB_API_KEY (or run `wandb login`), or WANDB_MODE=offline."] }
      if text.has("huggingface") || text.has("gated") {
        return ["Ask for access on the model's page, then set HF_TOKEN (or run `huggingface-cli login`)."]
      }
      if text.has("boto") || text.has("s3") || text.has("credentials") {
        return [
          "Give the run AWS credentials (AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or a role) that "
            + "may read it."
        ]
      }
      return [
        "Give the run a valid key or token for the service that the message names, and check what it may do."
      ]
    },
    FailureRule(
      .experimentTracking, weight: 6,
      words: [
        ["wandb.errors"], ["wandb.error"], ["mlflow.exceptions"], ["comet_ml.exceptions"],
        ["neptune.exceptions"],
      ],
      readsLines: false, retry: .unknown
    ) { scene in
      let text = scene.lower
      if text.has("mlflow") {
        return [
          "Check MLFLOW_TRACKING_URI, or log to files (`file:./mlruns`) while the server cannot be reached."
        ]
      }
      return [
        "Switch the tracker off (WANDB_MODE=disabled, `report_to=none`) to train without it.",
        "Call the tracker's init before the first log.",
      ]
    },
    FailureRule(
      .experimentTracking, weight: 4, words: [["wandb: error"], ["comet error:"]], retry: .unknown
    ) { _ in
      [
        "Train without the tracker for now: WANDB_MODE=offline, or the like; its logs can be sent later.",
        "Check that this machine reaches the tracker's server, and that the key is valid.",
      ]
    },
    FailureRule(
      .networkError, weight: 5,
      exceptions: [
        "ConnectionError", "ConnectTimeout", "ReadTimeout", "ConnectionRefusedError", "ConnectionResetError",
        "SSLError",
        "ProxyError", "gaierror", "URLError", "LocalEntryNotFoundError", "ConnectError", "ReadTimeoutError",
        "MaxRetryError",
        "NewConnectionError", "OfflineModeIsEnabled", "IncompleteRead", "ChunkedEncodingError",
        "RemoteDisconnected",
      ],
      words: [
        ["max retries exceeded"], ["name or service not known"], ["temporary failure in name resolution"],
        ["read timed out"], ["certificate verify failed"], ["network is unreachable"],
        ["couldn't connect to"],
        ["failed to resolve"], ["connection refused"], ["connection timed out"], ["could not resolve host"],
        ["remote end closed"], ["localentrynotfounderror"], ["503 server error"], ["502 server error"],
        ["504 server error"],
      ],
      unless: ["gloo", "nccl", "tcpstore"], readsLines: false, retry: .mayHelp
    ) { scene in
      let host =
        scene.word(after: "host=").map { $0.split(separator: "'").joined() } ?? scene.word(after: "https://")
      return [
        "Check that this machine reaches \(host ?? "the server"): DNS, proxy (HTTPS_PROXY), firewall.",
        "Download models and data beforehand, and train with HF_HUB_OFFLINE=1.",
        "A time-out or a reset may pass: start again.",
      ]
    },
  ]
}
