package io.keyholder.identity;

import io.keyholder.contracts.Principal;
import io.keyholder.contracts.TokenReading;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a genuine token says, by the way in which a registration says that it is to be read. */
final class TokenReader {
    private static final String GLOBAL_ADMIN = "global-admin";
    private static final String PLATFORM_OPERATOR = "platform-operator";

    private final String platformAudience;

    TokenReader(String platformAudience) {
        this.platformAudience = platformAudience;
    }

    /**
     * @param tenantId whose registration it is; null: it is the operators' issuer
     * @throws TokenRefused when it is no access token for this platform, or names no possible user
     */
    VerifiedToken read(
            UnverifiedToken genuine, TokenTimes times, @Nullable UUID tenantId, TokenReading reading, Object revision) {
        JsonObject claims = genuine.claims();
        TokenKind.check(reading.preset(), claims);
        checkAudience(claims, reading);
        Set<String> roles = roles(claims, reading);
        return new VerifiedToken(
                genuine.issuer(),
                tenantId,
                revision,
                userId(claims, reading),
                groups(claims, reading),
                tenantId != null && roles.contains(GLOBAL_ADMIN),
                tenantId == null && roles.contains(PLATFORM_OPERATOR),
                verifiedEmail(claims, reading),
                times);
    }

    private void checkAudience(JsonObject claims, TokenReading reading) {
        Predicate<String> accepted =
                reading.audiences().isEmpty() ? platformAudience::equals : reading.audiences()::contains;
        if (texts(claims.getValue("aud")).noneMatch(accepted)) {
            throw TokenRefused.because(
                    claims.containsKey("aud")
                            ? "The token is for another audience (aud)"
                            : "The token names no audience (aud)");
        }
    }

    private static String userId(JsonObject claims, TokenReading reading) {
        String said = reading.claims().user();
        String claim = said == null ? Presets.userClaim(reading.preset()) : said;
        if (!(ClaimName.valueOf(claims, claim) instanceof String id) || id.isBlank()) {
            throw TokenRefused.because("The token names no user (" + claim + ")");
        }
        if (id.length() > Principal.MAX_ID_LENGTH) {
            throw TokenRefused.because(
                    "The token's user id (" + claim + ") is longer than " + Principal.MAX_ID_LENGTH + " characters");
        }
        if (!Principal.isId(id)) {
            throw TokenRefused.because(
                    "The token's user id (" + claim + ") has control characters, or white space at an end");
        }
        return id;
    }

    private static TokenGroups groups(JsonObject claims, TokenReading reading) {
        String said = reading.claims().groups();
        return TokenGroups.of(claims, said == null ? Presets.groupsClaim(reading.preset(), claims) : said);
    }

    /** By their names here. A role that a mapping leaves out means nothing, also when it is called as one of here. */
    private static Set<String> roles(JsonObject claims, TokenReading reading) {
        String said = reading.claims().roles();
        String claim = said == null ? Presets.rolesClaim(reading.preset(), claims) : said;
        Map<String, String> mapping = reading.roleMapping();
        return texts(ClaimName.valueOf(claims, claim))
                .flatMap(role -> mapping.isEmpty() ? Stream.of(role) : Stream.ofNullable(mapping.get(role)))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static @Nullable String verifiedEmail(JsonObject claims, TokenReading reading) {
        String said = reading.claims().email();
        Object email = ClaimName.valueOf(claims, said == null ? "email" : said);
        boolean verified = Presets.verifiedEmailClaims(reading.preset()).stream()
                .map(claims::getValue)
                .anyMatch(TokenReader::isTrue);
        return verified && email instanceof String address ? address : null;
    }

    /** Some providers write truth as a text, or as a number. */
    private static boolean isTrue(@Nullable Object value) {
        return Boolean.TRUE.equals(value) || List.of("true", "1").contains(String.valueOf(value));
    }

    /** A text is a list of one. */
    private static Stream<String> texts(@Nullable Object value) {
        return (value instanceof JsonArray array ? array.stream() : Stream.ofNullable(value))
                .filter(String.class::isInstance)
                .map(String.class::cast);
    }
}
