// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ERC721} from "@openzeppelin/contracts/token/ERC721/ERC721.sol";
import {IERC165} from "@openzeppelin/contracts/utils/introspection/IERC165.sol";
import {IERC4906} from "@openzeppelin/contracts/interfaces/IERC4906.sol";
import {ERC2981} from "@openzeppelin/contracts/token/common/ERC2981.sol";
import {AccessControlDefaultAdminRules} from
    "@openzeppelin/contracts/access/extensions/AccessControlDefaultAdminRules.sol";
import {Pausable} from "@openzeppelin/contracts/utils/Pausable.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {SignatureChecker} from "@openzeppelin/contracts/utils/cryptography/SignatureChecker.sol";

/// @dev EIP-5192, which OpenZeppelin does not bring.
interface IERC5192 {
    event Locked(uint256 tokenId);
    event Unlocked(uint256 tokenId);

    function locked(uint256 tokenId) external view returns (bool);
}

/// @title The tokens of tickets, one for each, whose ids are derived from the tickets.
/// @notice A token moves only by a resale that platform and seller signed, at no more than its
/// show's cap, or out of the custodian's hands to its owner's own address. A burned id never
/// comes back. What is said of a ticket here is a salted commitment, and it is in logs alone.
contract TicketToken is
    ERC721,
    ERC2981,
    AccessControlDefaultAdminRules,
    Pausable,
    EIP712,
    IERC4906,
    IERC5192
{
    /// @notice Mints, signs vouchers, and hands tokens out of custody.
    bytes32 public constant MINTER = keccak256("MINTER");
    /// @notice Burns tokens of tickets that are void.
    bytes32 public constant REVOKER = keccak256("REVOKER");
    /// @notice Notes admissions.
    bytes32 public constant GATE = keccak256("GATE");
    /// @notice Sets caps and signs resales.
    bytes32 public constant MARKET = keccak256("MARKET");
    /// @notice Stops and resumes every movement.
    bytes32 public constant PAUSER = keccak256("PAUSER");

    /// @notice The right to mint one token later, at the claimer's expense.
    struct Voucher {
        uint256 tokenId;
        address to;
        bytes32 commitment;
        uint64 deadline;
    }

    /// @notice The platform's and the seller's consent to one resale.
    /// @param show which cap holds; the platform's signature says that the token is of this show
    struct Resale {
        uint256 tokenId;
        bytes32 show;
        address seller;
        address buyer;
        uint256 price;
        uint256 nonce;
        uint64 deadline;
    }

    bytes32 private constant VOUCHER_TYPE =
        keccak256("Voucher(uint256 tokenId,address to,bytes32 commitment,uint64 deadline)");
    bytes32 private constant RESALE_TYPE = keccak256(
        "Resale(uint256 tokenId,bytes32 show,address seller,address buyer,uint256 price,uint256 nonce,uint64 deadline)"
    );

    event Committed(uint256 indexed tokenId, bytes32 commitment);
    event Admitted(uint256 indexed tokenId);
    event ResaleCapSet(bytes32 indexed show, uint256 cap);
    event Resold(uint256 indexed tokenId, address indexed seller, address indexed buyer, uint256 price);

    error AlreadyMinted(uint256 tokenId);
    error AlreadyBurned(uint256 tokenId);
    error AlreadyAdmitted(uint256 tokenId);
    error LengthsDiffer();
    error TransferLocked(uint256 tokenId);
    error NotInCustody(uint256 tokenId);
    error DeadlinePassed(uint64 deadline);
    error SignatureInvalid(address signer);
    error PriceAboveCap(uint256 price, uint256 cap);
    error PaymentIsNotThePrice(uint256 paid, uint256 price);
    error CallerIsNotTheBuyer(address caller);
    error NonceUsed(address seller, uint256 nonce);
    error PaymentFailed(address payee);
    error BaseURITooLate();

    /// @notice Holds the tokens of owners without an address of their own.
    address public immutable custodian;

    mapping(uint256 tokenId => bool) public burned;
    mapping(uint256 tokenId => bool) public admitted;
    mapping(bytes32 show => uint256) public resaleCap;
    mapping(address seller => mapping(uint256 nonce => bool)) public nonceUsed;

    string private _base;
    bool private transient _moving;

    constructor(address admin, address custodian_, address royaltyReceiver, uint96 royaltyBasisPoints)
        ERC721("Daybook Ticket", "TICKET")
        AccessControlDefaultAdminRules(1 days, admin)
        EIP712("Daybook Ticket", "1")
    {
        custodian = custodian_;
        _setDefaultRoyalty(royaltyReceiver, royaltyBasisPoints);
    }

    function mint(address to, uint256 tokenId, bytes32 commitment) external onlyRole(MINTER) {
        _mintOnce(to, tokenId, commitment);
    }

    /// @notice Mints all or, if one of them cannot be minted, none.
    function mintBatch(address to, uint256[] calldata tokenIds, bytes32[] calldata commitments)
        external
        onlyRole(MINTER)
    {
        if (tokenIds.length != commitments.length) revert LengthsDiffer();
        for (uint256 i = 0; i < tokenIds.length; i++) {
            _mintOnce(to, tokenIds[i], commitments[i]);
        }
    }

    /// @notice Mints by a voucher; whoever sends it, the token goes where the voucher says.
    function redeem(Voucher calldata voucher, address minter, bytes calldata signature) external {
        _checkRole(MINTER, minter);
        _requireBefore(voucher.deadline);
        _requireSigned(
            minter,
            keccak256(
                abi.encode(
                    VOUCHER_TYPE, voucher.tokenId, voucher.to, voucher.commitment, voucher.deadline
                )
            ),
            signature
        );
        _mintOnce(voucher.to, voucher.tokenId, voucher.commitment);
    }

    /// @notice Hands a token from the custodian to its owner's own address.
    function release(uint256 tokenId, address to) external onlyRole(MINTER) {
        if (_requireOwned(tokenId) != custodian) revert NotInCustody(tokenId);
        _move(custodian, to, tokenId);
    }

    function setResaleCap(bytes32 show, uint256 cap) external onlyRole(MARKET) {
        resaleCap[show] = cap;
        emit ResaleCapSet(show, cap);
    }

    /// @notice Sells a token on. The buyer calls and pays exactly the price; the seller gets it
    /// less the royalty.
    function resell(
        Resale calldata sale,
        address platform,
        bytes calldata platformSignature,
        bytes calldata sellerSignature
    ) external payable {
        _requireConsent(sale, platform, platformSignature, sellerSignature);
        if (nonceUsed[sale.seller][sale.nonce]) revert NonceUsed(sale.seller, sale.nonce);
        nonceUsed[sale.seller][sale.nonce] = true;
        _move(sale.seller, sale.buyer, sale.tokenId);
        emit Resold(sale.tokenId, sale.seller, sale.buyer, sale.price);
        (address receiver, uint256 royalty) = royaltyInfo(sale.tokenId, sale.price);
        _pay(receiver, royalty);
        _pay(sale.seller, sale.price - royalty);
    }

    function _requireConsent(
        Resale calldata sale,
        address platform,
        bytes calldata platformSignature,
        bytes calldata sellerSignature
    ) private view {
        _checkRole(MARKET, platform);
        _requireBefore(sale.deadline);
        if (msg.sender != sale.buyer) revert CallerIsNotTheBuyer(msg.sender);
        if (msg.value != sale.price) revert PaymentIsNotThePrice(msg.value, sale.price);
        uint256 cap = resaleCap[sale.show];
        if (sale.price > cap) revert PriceAboveCap(sale.price, cap);
        bytes32 content = keccak256(
            abi.encode(
                RESALE_TYPE,
                sale.tokenId,
                sale.show,
                sale.seller,
                sale.buyer,
                sale.price,
                sale.nonce,
                sale.deadline
            )
        );
        _requireSigned(platform, content, platformSignature);
        _requireSigned(sale.seller, content, sellerSignature);
    }

    /// @notice Notes admissions; all or, if one was noted before, none.
    function admit(uint256[] calldata tokenIds) external onlyRole(GATE) whenNotPaused {
        for (uint256 i = 0; i < tokenIds.length; i++) {
            uint256 tokenId = tokenIds[i];
            _requireOwned(tokenId);
            if (admitted[tokenId]) revert AlreadyAdmitted(tokenId);
            admitted[tokenId] = true;
            emit Admitted(tokenId);
            emit MetadataUpdate(tokenId);
        }
    }

    /// @notice Burns a token whose ticket is void. Its id cannot be minted again.
    function revoke(uint256 tokenId) external onlyRole(REVOKER) {
        if (burned[tokenId]) revert AlreadyBurned(tokenId);
        burned[tokenId] = true;
        _burn(tokenId);
    }

    /// @notice Makes an id unusable whose ticket became void before it was minted.
    function forbid(uint256 tokenId) external onlyRole(REVOKER) {
        if (_ownerOf(tokenId) != address(0)) revert AlreadyMinted(tokenId);
        burned[tokenId] = true;
    }

    function setBaseURI(string calldata base) external onlyRole(DEFAULT_ADMIN_ROLE) {
        if (bytes(_base).length != 0) revert BaseURITooLate();
        _base = base;
    }

    function pause() external onlyRole(PAUSER) {
        _pause();
    }

    function unpause() external onlyRole(PAUSER) {
        _unpause();
    }

    /// @inheritdoc IERC5192
    function locked(uint256 tokenId) external view returns (bool) {
        _requireOwned(tokenId);
        return true;
    }

    function supportsInterface(bytes4 id)
        public
        view
        override(ERC721, ERC2981, AccessControlDefaultAdminRules, IERC165)
        returns (bool)
    {
        return id == type(IERC5192).interfaceId || id == bytes4(0x49064906)
            || super.supportsInterface(id);
    }

    function _mintOnce(address to, uint256 tokenId, bytes32 commitment) private {
        if (burned[tokenId]) revert AlreadyBurned(tokenId);
        if (_ownerOf(tokenId) != address(0)) revert AlreadyMinted(tokenId);
        _mint(to, tokenId);
        emit Committed(tokenId, commitment);
    }

    function _move(address from, address to, uint256 tokenId) private {
        _moving = true;
        _transfer(from, to, tokenId);
        _moving = false;
    }

    /// @dev Every way of moving a token comes through here, so none can go around the rules.
    function _update(address to, uint256 tokenId, address auth)
        internal
        override
        whenNotPaused
        returns (address)
    {
        address from = _ownerOf(tokenId);
        if (from != address(0) && to != address(0) && !_moving) revert TransferLocked(tokenId);
        return super._update(to, tokenId, auth);
    }

    function _requireBefore(uint64 deadline) private view {
        if (block.timestamp > deadline) revert DeadlinePassed(deadline);
    }

    function _requireSigned(address signer, bytes32 content, bytes calldata signature)
        private
        view
    {
        if (!SignatureChecker.isValidSignatureNow(signer, _hashTypedDataV4(content), signature)) {
            revert SignatureInvalid(signer);
        }
    }

    function _pay(address payee, uint256 amount) private {
        if (amount == 0) return;
        (bool paid,) = payee.call{value: amount}("");
        if (!paid) revert PaymentFailed(payee);
    }

    function _baseURI() internal view override returns (string memory) {
        return _base;
    }
}
