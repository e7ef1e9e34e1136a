/// Something to draw around a place of a picture, to show a person what was read there.
package struct PictureMark: Hashable, Codable, Sendable {
  package enum Role: String, Codable, Sendable {
    /// A line that was read, and says nothing of a field.
    case line
    case kind, counter, amount, time
    case receiptNumber = "receipt_no"
  }

  package var outline: Quadrilateral
  package var role: Role
  /// Plain ASCII: drawn with a font that has nothing else. `nil`: none.
  package var caption: String?

  package init(outline: Quadrilateral, role: Role, caption: String? = nil) {
    self.outline = outline
    self.role = role
    self.caption = caption
  }
}
