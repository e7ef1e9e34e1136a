package import Logging
import ServiceLifecycle
import UnixSignals

/// Runs long work as a service that SIGTERM and SIGINT end gracefully: whoever asks
/// `Task.isShuttingDownGracefully` finishes what is in hand and returns.
package enum StoppableService {
  package static func run(
    logger: Logger, _ work: @escaping @Sendable () async throws -> Void
  ) async throws {
    var quiet = logger
    quiet.logLevel = max(logger.logLevel, .warning)
    let group = ServiceGroup(
      configuration: ServiceGroupConfiguration(
        services: [
          .init(
            service: Work(body: work), successTerminationBehavior: .gracefullyShutdownGroup,
            failureTerminationBehavior: .cancelGroup)
        ],
        gracefulShutdownSignals: [.sigterm, .sigint], logger: quiet))
    try await group.run()
  }

  /// Whether it is time to stop; `false` outside of a service.
  package static var isStopping: Bool { Task.isShuttingDownGracefully }

  private struct Work: Service {
    let body: @Sendable () async throws -> Void

    func run() async throws { try await body() }
  }
}
