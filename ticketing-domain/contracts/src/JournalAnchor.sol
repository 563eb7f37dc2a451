// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {AccessControlDefaultAdminRules} from
    "@openzeppelin/contracts/access/extensions/AccessControlDefaultAdminRules.sol";

/// @title The roots of one journal, each proved to continue the one before.
/// @notice Not even the holder of the role can anchor a fork: the contract verifies the RFC 6962
/// consistency proof itself.
contract JournalAnchor is AccessControlDefaultAdminRules {
    bytes32 public constant ANCHORER = keccak256("ANCHORER");

    event Anchored(uint64 indexed size, bytes32 root);

    error NotLarger(uint64 size, uint64 anchored);
    error NotConsistent(uint64 from, uint64 to);

    uint64 public size;
    bytes32 public root;

    constructor(address admin) AccessControlDefaultAdminRules(1 days, admin) {}

    /// @param proof that the tree of `newSize` continues the anchored one, as RFC 9162,
    /// section 2.1.4 has it; empty for the first anchor
    function anchor(uint64 newSize, bytes32 newRoot, bytes32[] calldata proof)
        external
        onlyRole(ANCHORER)
    {
        if (newSize <= size) revert NotLarger(newSize, size);
        if (size != 0 && !_continues(size, root, newSize, newRoot, proof)) {
            revert NotConsistent(size, newSize);
        }
        size = newSize;
        root = newRoot;
        emit Anchored(newSize, newRoot);
    }

    /// @dev RFC 9162, section 2.1.4.2, for 0 < from < to.
    function _continues(
        uint64 from,
        bytes32 fromRoot,
        uint64 to,
        bytes32 toRoot,
        bytes32[] calldata proof
    ) private pure returns (bool) {
        uint64 fn = from - 1;
        uint64 sn = to - 1;
        uint256 next = 0;
        while (fn & 1 == 1) {
            fn >>= 1;
            sn >>= 1;
        }
        bytes32 fr = fromRoot;
        if (fn != 0) {
            if (proof.length == 0) return false;
            fr = proof[next++];
        }
        bytes32 sr = fr;
        for (; next < proof.length; next++) {
            if (sn == 0) return false;
            bytes32 c = proof[next];
            if (fn & 1 == 1 || fn == sn) {
                fr = _node(c, fr);
                sr = _node(c, sr);
                while (fn & 1 == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                sr = _node(sr, c);
            }
            fn >>= 1;
            sn >>= 1;
        }
        return sn == 0 && fr == fromRoot && sr == toRoot;
    }

    function _node(bytes32 left, bytes32 right) private pure returns (bytes32) {
        return sha256(abi.encodePacked(bytes1(0x01), left, right));
    }
}
