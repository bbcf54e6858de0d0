public import FilCore

/// The storage market, f05: keeps deals between clients and providers, and the money that both put in escrow.
public enum MarketActor: BuiltinActor {
  /// Its type.
  public static let type = ActorType.market

  /// The numbers of its methods.
  public enum Method {
    /// Makes the state.
    public static let constructor: MethodNumber = 1
    /// Takes the value received into escrow; parameters: the `Address` of a provider or client.
    public static let addBalance: MethodNumber = 2
    /// Pays out of escrow; parameters: `WithdrawBalanceParams`, returns a `TokenAmount`.
    public static let withdrawBalance: MethodNumber = 3
    /// Puts deals on the chain; parameters: `PublishStorageDealsParams`, returns `PublishStorageDealsReturn`.
    public static let publishStorageDeals: MethodNumber = 4
    /// Checks deals for sectors; parameters: `VerifyDealsForActivationParams`, returns
    /// `VerifyDealsForActivationReturn`.
    public static let verifyDealsForActivation: MethodNumber = 5
    /// Activates deals in sectors; parameters: `BatchActivateDealsParams`, returns `BatchActivateDealsReturn`.
    public static let batchActivateDeals: MethodNumber = 6
    /// Ends the deals in sectors; parameters: `OnMinerSectorsTerminateParams`.
    public static let onMinerSectorsTerminate: MethodNumber = 7
    /// Looks at the deals that are due.
    public static let cronTick: MethodNumber = 9
    /// As `addBalance`, for anyone.
    public static let addBalanceExported: MethodNumber = 822_473_126
    /// As `withdrawBalance`, for anyone.
    public static let withdrawBalanceExported: MethodNumber = 2_280_458_852
    /// As `publishStorageDeals`, for anyone.
    public static let publishStorageDealsExported: MethodNumber = 2_236_929_350
    /// Returns the `EscrowBalance` of an `Address`.
    public static let getBalance: MethodNumber = 726_108_461
    /// Returns the `DealDataCommitment` of a deal by its number.
    public static let getDealDataCommitment: MethodNumber = 1_157_985_802
    /// Returns the client's number of a deal by its number.
    public static let getDealClient: MethodNumber = 128_053_329
    /// Returns the provider's number of a deal by its number.
    public static let getDealProvider: MethodNumber = 935_081_690
    /// Returns the `DealLabel` of a deal by its number.
    public static let getDealLabel: MethodNumber = 46_363_526
    /// Returns the `DealTerm` of a deal by its number.
    public static let getDealTerm: MethodNumber = 163_777_312
    /// Returns the price of a deal by its number.
    public static let getDealTotalPrice: MethodNumber = 4_287_162_428
    /// Returns the client's collateral of a deal by its number.
    public static let getDealClientCollateral: MethodNumber = 200_567_895
    /// Returns the provider's collateral of a deal by its number.
    public static let getDealProviderCollateral: MethodNumber = 2_986_712_137
    /// Returns whether a deal, by its number, is verified.
    public static let getDealVerified: MethodNumber = 2_627_389_465
    /// Returns the `DealActivation` of a deal by its number.
    public static let getDealActivation: MethodNumber = 2_567_238_399
    /// Returns the sector of a deal by its number.
    public static let getDealSector: MethodNumber = 2_611_213_344
    /// Pays for deals; parameters: a `BitField` of their numbers, returns `SettleDealPaymentsReturn`.
    public static let settleDealPayments: MethodNumber = 1_900_091_594
    /// Activates deals in sectors; parameters: `SectorContentChangedParams`, returns `[SectorContentReturn]`.
    public static let sectorContentChanged: MethodNumber = 2_034_386_435
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  public static func invoke(
    _ method: MethodNumber, _ params: IPLDBlock?, _ runtime: some Runtime
  ) throws(ActorError) -> IPLDBlock? {
    try runtime.restrictInternalAPI(method)
    switch method {
    case Method.constructor:
      return try Dispatch.run(params) { () throws(ActorError) in
        try runtime.validateCaller(.actors([.systemActor]))
        try runtime.create(try MarketState(store: runtime.store))
      }
    case Method.addBalance, Method.addBalanceExported:
      return try Dispatch.run(params) { (owner: Address) throws(ActorError) in try addBalance(of: owner, runtime) }
    case Method.withdrawBalance, Method.withdrawBalanceExported:
      return try Dispatch.run(params) { (params: WithdrawBalanceParams) throws(ActorError) in
        try withdrawBalance(params, runtime)
      }
    case Method.publishStorageDeals, Method.publishStorageDealsExported:
      return try Dispatch.run(params) { (params: PublishStorageDealsParams) throws(ActorError) in
        try publish(params, runtime)
      }
    case Method.verifyDealsForActivation:
      return try Dispatch.run(params) { (params: VerifyDealsForActivationParams) throws(ActorError) in
        try verify(params, runtime)
      }
    case Method.batchActivateDeals:
      return try Dispatch.run(params) { (params: BatchActivateDealsParams) throws(ActorError) in
        try activate(params, runtime)
      }
    case Method.onMinerSectorsTerminate:
      return try Dispatch.run(params) { (params: OnMinerSectorsTerminateParams) throws(ActorError) in
        try terminate(params, runtime)
      }
    case Method.cronTick:
      return try Dispatch.run(params) { () throws(ActorError) in try cronTick(runtime) }
    case Method.settleDealPayments:
      return try Dispatch.run(params) { (deals: BitField) throws(ActorError) in try settle(deals, runtime) }
    case Method.sectorContentChanged:
      return try Dispatch.run(params) { (params: SectorContentChangedParams) throws(ActorError) in
        try sectorContentChanged(params, runtime)
      }
    default: return try query(method, params, runtime)
    }
  }
}
