package io.keyholder.tenantrelationship.tenant.api;

import io.keyholder.contracts.TokenReading;
import io.keyholder.contracts.TokenReading.Preset;
import io.keyholder.problems.Violation;
import io.keyholder.problems.ViolationCode;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is wrong with how an issuer's tokens are to be read. */
final class ReadingRules {
    private static final String GLOBAL_ADMIN = "global-admin";

    private ReadingRules() {}

    /** @param path where in the body the issuer is */
    static List<Violation> check(IssuerRequest issuer, String path) {
        TokenReading reading = issuer.reading();
        return Stream.of(
                        texts(reading, path),
                        tenantValue(issuer, reading, path),
                        roles(reading.roleMapping(), path + ".roleMapping"))
                .flatMap(violations -> violations)
                .toList();
    }

    private static Stream<Violation> texts(TokenReading reading, String path) {
        TokenReading.Claims claims = reading.claims();
        Stream<Violation> audiences = IntStream.range(0, reading.audiences().size())
                .boxed()
                .flatMap(i -> text(reading.audiences().get(i), path + ".audiences[" + i + "]", 500));
        return Stream.concat(
                audiences,
                Stream.of(
                                text(claims.tenant(), path + ".claims.tenant", 255),
                                text(claims.tenantValue(), path + ".claims.tenantValue", 255),
                                text(claims.user(), path + ".claims.user", 255),
                                text(claims.groups(), path + ".claims.groups", 255),
                                text(claims.roles(), path + ".claims.roles", 255),
                                text(claims.email(), path + ".claims.email", 255))
                        .flatMap(violations -> violations));
    }

    private static Stream<Violation> text(@Nullable String text, String field, int longest) {
        return text == null || isPlain(text, longest)
                ? Stream.empty()
                : Stream.of(new Violation(
                        field,
                        ViolationCode.MALFORMED,
                        "must be 1 to " + longest + " characters, no control characters, no white space at an end"));
    }

    private static boolean isPlain(String text, int longest) {
        return !text.isEmpty()
                && text.length() <= longest
                && text.strip().equals(text)
                && text.chars().noneMatch(Character::isISOControl);
    }

    /** One issuer serves all the world, or all our tenants in one directory: its own name for them is not ours. */
    private static Stream<Violation> tenantValue(IssuerRequest issuer, TokenReading reading, String path) {
        boolean needed = reading.preset() == Preset.GOOGLE || reading.preset() == Preset.ENTRA && issuer.isShared();
        return needed && reading.claims().tenantValue() == null
                ? Stream.of(new Violation(
                        path + ".claims.tenantValue",
                        ViolationCode.REQUIRED,
                        "must say what the tokens of this tenant have in "
                                + (reading.preset() == Preset.GOOGLE ? "hd, its domain" : "tid, or in another claim")))
                : Stream.empty();
    }

    private static Stream<Violation> roles(Map<String, String> mapping, String field) {
        return mapping.entrySet().stream()
                .flatMap(role -> Stream.concat(
                        text(role.getKey(), field + "." + role.getKey(), 255),
                        GLOBAL_ADMIN.equals(role.getValue())
                                ? Stream.empty()
                                : Stream.of(new Violation(
                                        field + "." + role.getKey(),
                                        ViolationCode.NOT_ALLOWED,
                                        "must be " + GLOBAL_ADMIN))));
    }
}
