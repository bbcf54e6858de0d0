import FilActors
import FilCore
import Foundation
import Testing

@Suite("Policy", .timeLimit(.minutes(15)))
struct PolicyTests {
  private static let vectors = ProcessInfo.processInfo.environment["FIL_VECTORS"]

  /// The defaults by the reference's names.
  private static let defaults: [String: String] = {
    let policy = Policy()
    let values: [String: any CustomStringConvertible] = [
      "addressed_partitions_max": policy.addressedPartitionsMax, "addressed_sectors_max": policy.addressedSectorsMax,
      "consensus_fault_ineligibility_duration": policy.consensusFaultIneligibilityDuration,
      "daily_fee_block_reward_cap_denom": policy.dailyFeeBlockRewardCapDenominator,
      "daily_fee_circulating_supply_qap_multiplier_denom": policy.dailyFeeMultiplierDenominator,
      "daily_fee_circulating_supply_qap_multiplier_num": policy.dailyFeeMultiplierNumerator,
      "deal_limit_denominator": policy.dealLimitDenominator, "deal_updates_interval": policy.dealUpdatesInterval,
      "end_of_life_claim_drop_period": policy.endOfLifeClaimDropPeriod,
      "expired_pre_commit_clean_up_delay": policy.expiredPreCommitCleanUpDelay,
      "fault_declaration_cutoff": policy.faultDeclarationCutoff, "fault_max_age": policy.faultMaxAge,
      "market_default_allocation_term_buffer": policy.marketDefaultAllocationTermBuffer,
      "max_aggregated_proof_size": policy.maxAggregatedProofSize, "max_aggregated_sectors": policy.maxAggregatedSectors,
      "max_aggregated_sectors_ni": policy.maxAggregatedSectorsNI, "max_control_addresses": policy.maxControlAddresses,
      "max_multiaddr_data": policy.maxMultiaddrData, "max_partitions_per_deadline": policy.maxPartitionsPerDeadline,
      "max_peer_id_length": policy.maxPeerIDLength,
      "max_pre_commit_randomness_lookback": policy.maxPreCommitRandomnessLookback,
      "max_prove_commit_ni_randomness_lookback": policy.maxProveCommitNIRandomnessLookback,
      "max_replica_update_proof_size": policy.maxReplicaUpdateProofBytes,
      "max_sector_expiration_extension": policy.maxSectorExpirationExtension,
      "maximum_verified_allocation_expiration": policy.maximumVerifiedAllocationExpiration,
      "maximum_verified_allocation_term": policy.maximumVerifiedAllocationTerm,
      "min_aggregated_sectors": policy.minAggregatedSectors, "min_aggregated_sectors_ni": policy.minAggregatedSectorsNI,
      "min_sector_expiration": policy.minSectorExpiration, "minimum_consensus_power": policy.minimumConsensusPower,
      "minimum_verified_allocation_size": policy.minimumVerifiedAllocationSize,
      "minimum_verified_allocation_term": policy.minimumVerifiedAllocationTerm,
      "new_sectors_per_period_max": policy.newSectorsPerPeriodMax, "posted_partitions_max": policy.postedPartitionsMax,
      "pre_commit_challenge_delay": policy.preCommitChallengeDelay,
      "prov_collateral_percent_supply_denom": policy.providerCollateralSupplyDenominator,
      "prov_collateral_percent_supply_num": policy.providerCollateralSupplyNumerator, "sectors_max": policy.sectorsMax,
      "valid_post_proof_type": policy.validPoStProofTypes.map(\.rawValue).sorted(),
      "valid_pre_commit_proof_type": policy.validPreCommitProofTypes.map(\.rawValue).sorted(),
      "valid_prove_commit_ni_proof_type": policy.validProveCommitNIProofTypes.map(\.rawValue).sorted(),
      "worker_key_change_delay": policy.workerKeyChangeDelay,
      "wpost_challenge_lookback": policy.windowPoStChallengeLookback,
      "wpost_challenge_window": policy.windowPoStChallengeWindow,
      "wpost_dispute_window": policy.windowPoStDisputeWindow,
      "wpost_period_deadlines": policy.windowPoStPeriodDeadlines,
      "wpost_proving_period": policy.windowPoStProvingPeriod,
    ]
    return values.mapValues(\.description)
  }()

  /// What no actor that is here reads.
  private static let unread: Set<String> = ["chain_finality", "wpost_max_chain_commit_age"]

  @Test("the defaults are mainnet's, as the reference states them", .enabled(if: vectors != nil))
  func mainnet() throws {
    let url = URL(fileURLWithPath: try #require(Self.vectors) + "/actors/manifest.json")
    let manifest = try JSONSerialization.jsonObject(with: Data(contentsOf: url)) as? [String: Any]
    let reference = try #require(manifest?["default_policy"] as? [String: Any])
    #expect(Set(reference.keys).subtracting(Self.unread) == Set(Self.defaults.keys))
    for (name, value) in reference where !Self.unread.contains(name) {
      let text = (value as? [Int64]).map { $0.description } ?? "\(value)"
      #expect(Self.defaults[name] == text, "\(name)")
    }
  }

  @Test("the periods fit together")
  func periods() {
    let policy = Policy()
    #expect(
      policy.windowPoStChallengeWindow * ChainEpoch(policy.windowPoStPeriodDeadlines) == policy.windowPoStProvingPeriod)
    #expect(policy.createMinerDepositPower * 10 == policy.minimumConsensusPower)
  }
}
