/// The upgrades of the Filecoin network, in the order in which mainnet went through them.
///
/// The raw value is the name by which the network knows the upgrade.
public enum Upgrade: String, Hashable, Sendable, CaseIterable {
  /// To network version 1.
  case breeze = "Breeze"
  /// To network version 2.
  case smoke = "Smoke"
  /// To network version 3.
  case ignition = "Ignition"
  /// To network version 3.
  case refuel = "Refuel"
  /// To network version 4.
  case assembly = "Assembly"
  /// To network version 5.
  case tape = "Tape"
  /// To network version 5.
  case liftoff = "Liftoff"
  /// To network version 6.
  case kumquat = "Kumquat"
  /// To network version 7.
  case calico = "Calico"
  /// To network version 8.
  case persian = "Persian"
  /// To network version 9.
  case orange = "Orange"
  /// To network version 10.
  case trust = "Trust"
  /// To network version 11.
  case norwegian = "Norwegian"
  /// To network version 12.
  case turbo = "Turbo"
  /// To network version 13.
  case hyperdrive = "Hyperdrive"
  /// To network version 14.
  case chocolate = "Chocolate"
  /// To network version 15.
  case ohSnap = "OhSnap"
  /// To network version 16.
  case skyr = "Skyr"
  /// To network version 17.
  case shark = "Shark"
  /// To network version 18.
  case hygge = "Hygge"
  /// To network version 19.
  case lightning = "Lightning"
  /// To network version 20.
  case thunder = "Thunder"
  /// To network version 21.
  case watermelon = "Watermelon"
  /// To network version 21.
  case watermelonFix = "WatermelonFix"
  /// To network version 21.
  case watermelonFix2 = "WatermelonFix2"
  /// To network version 22.
  case dragon = "Dragon"
  /// To network version 22.
  case calibrationDragonFix = "CalibrationDragonFix"
  /// To network version 23.
  case waffle = "Waffle"
  /// To network version 24.
  case tuktuk = "Tuktuk"
  /// To network version 25.
  case teep = "Teep"
  /// To network version 26.
  case tock = "Tock"
  /// To network version 26.
  case tockFix = "TockFix"
  /// To network version 27.
  case goldenWeek = "GoldenWeek"
  /// To network version 28.
  case fireHorse = "FireHorse"

  /// The network version that the upgrade brings.
  public var networkVersion: UInt32 {
    switch self {
    case .breeze: 1
    case .smoke: 2
    case .ignition, .refuel: 3
    case .assembly: 4
    case .tape, .liftoff: 5
    case .kumquat: 6
    case .calico: 7
    case .persian: 8
    case .orange: 9
    case .trust: 10
    case .norwegian: 11
    case .turbo: 12
    case .hyperdrive: 13
    case .chocolate: 14
    case .ohSnap: 15
    case .skyr: 16
    case .shark: 17
    case .hygge: 18
    case .lightning: 19
    case .thunder: 20
    case .watermelon, .watermelonFix, .watermelonFix2: 21
    case .dragon, .calibrationDragonFix: 22
    case .waffle: 23
    case .tuktuk: 24
    case .teep: 25
    case .tock, .tockFix: 26
    case .goldenWeek: 27
    case .fireHorse: 28
    }
  }
}
