package import Foundation
import Receipts

/// Reads a photograph from a file. First signatures; the bodies follow.
package func image(at path: String, limits: ImageLimits) throws(ImageRefusal) -> IntakeImage {
  throw ImageRefusal(.imageMissing, path)
}

/// Reads and checks what the picture says about itself.
package func header(of bytes: Data, limits: ImageLimits) throws(ImageRefusal) -> ImageHeader {
  throw ImageRefusal(.imageEmpty, "")
}
