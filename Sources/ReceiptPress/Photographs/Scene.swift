/// How a paper lies, how it is lit and how it is photographed. Lengths are in pixels of the
/// picture as it is meant to be seen, unless they are in dots of the paper.
struct Scene {
  var width: Int
  var height: Int
  /// EXIF orientation 1, 3, 6 or 8: the pixels are stored turned, and the tag says how.
  var orientation: Int
  var pose: Pose
  var relief: Relief
  var light: Light
  var paper: PaperLook
  var lens: Lens
  var backdrop: Backdrop
  var fingers: [Finger]
  var quality: Int
  var isGrey: Bool

  /// Where the paper's corners lie: top left, top right, bottom right, bottom left.
  struct Pose {
    var corners: [(x: Double, y: Double)]
  }

  /// What keeps the paper from being flat.
  struct Relief {
    /// Displacements in dots: amplitude, wavelength, phase, slant.
    var waves: [(amplitude: Double, length: Double, phase: Double, slant: Double)]
    /// Folds across the paper: where (0…1), how dark, how differently the next panel is lit.
    var folds: [(place: Double, depth: Double, tilt: Double)]
    /// The same, along it.
    var lengthFolds: [(place: Double, depth: Double, tilt: Double)]
    /// How strongly a crumpled surface shades, 0…0.25.
    var crumple: Double
    var crumpleSeed: UInt64
    /// How far the ends of the roll curl, in dots.
    var curl: Double
  }

  struct Light {
    /// 1: as bright as white paper should be.
    var exposure: Double
    /// Red, green, blue.
    var tint: (Double, Double, Double)
    /// Change over the picture, across and down.
    var slope: (Double, Double)
    var vignette: Double
    /// Soft-edged half planes: a point, a direction, softness, depth.
    var shadows: [Shadow]
    /// The paper's own on what lies beneath: its shift in dots, its soft edge in pixels.
    var paperShadow: (x: Double, y: Double, softness: Double, depth: Double)
    /// Bright round spots: centre, radius, strength.
    var glares: [(x: Double, y: Double, radius: Double, strength: Double)]

    struct Shadow {
      var x: Double
      var y: Double
      var angle: Double
      var softness: Double
      var depth: Double
    }
  }

  struct PaperLook {
    /// Red, green, blue of blank paper, 0…1.
    var color: (Double, Double, Double)
    /// How dark full ink is on it: 1 black, 0.35 badly faded.
    var inkStrength: Double
    /// How unevenly it has faded over the paper, 0…0.5.
    var fadeVariation: Double
    var fadeSeed: UInt64
    /// Ink's own colour; thermal print browns or blues as it ages.
    var inkColor: (Double, Double, Double)
    var tornEdges: Double
  }

  struct Lens {
    /// Standard deviation in pixels of the picture.
    var defocus: Double
    /// Length and direction of a movement.
    var motion: (length: Double, angle: Double)
    /// Standard deviation of sensor noise in levels of 255.
    var noise: Double
    var colorNoise: Double
  }

  /// A fingertip at the edge, from the hand's side to its end.
  struct Finger {
    var fromX: Double
    var fromY: Double
    var toX: Double
    var toY: Double
    var radius: Double
    var color: (Double, Double, Double)
  }
}
