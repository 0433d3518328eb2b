package io.keyholder.tenantrelationship.tenant.model;

import io.keyholder.contracts.TokenReading;
import io.keyholder.contracts.TokenReading.Preset;
import io.keyholder.problems.Violation;
import io.keyholder.problems.ViolationCode;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is wrong with how an issuer's tokens are to be read. */
public final class ReadingRules {
    private static final String GLOBAL_ADMIN = "global-admin";
    private static final int LONGEST_AUDIENCE = 500;
    private static final int LONGEST_NAME = 255;

    private ReadingRules() {}

    /** @param path where in the body the issuer is */
    public static Stream<Violation> check(TenantDetails.Issuer issuer, String path) {
        TokenReading reading = issuer.reading();
        return Stream.of(
                        audiences(reading, path),
                        claims(reading.claims(), path + ".claims."),
                        tenantValue(issuer, path),
                        roles(reading.roleMapping(), path + ".roleMapping."))
                .flatMap(violations -> violations);
    }

    private static Stream<Violation> audiences(TokenReading reading, String path) {
        return IntStream.range(0, reading.audiences().size())
                .boxed()
                .flatMap(i -> text(reading.audiences().get(i), path + ".audiences[" + i + "]", LONGEST_AUDIENCE));
    }

    private static Stream<Violation> claims(TokenReading.Claims claims, String prefix) {
        return Stream.of(
                        text(claims.tenant(), prefix + "tenant", LONGEST_NAME),
                        text(claims.tenantValue(), prefix + "tenantValue", LONGEST_NAME),
                        text(claims.user(), prefix + "user", LONGEST_NAME),
                        text(claims.groups(), prefix + "groups", LONGEST_NAME),
                        text(claims.roles(), prefix + "roles", LONGEST_NAME),
                        text(claims.email(), prefix + "email", LONGEST_NAME))
                .flatMap(violations -> violations);
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
    private static Stream<Violation> tenantValue(TenantDetails.Issuer issuer, String path) {
        Preset preset = issuer.reading().preset();
        boolean needed = preset == Preset.GOOGLE || preset == Preset.ENTRA && issuer.shared();
        return needed && issuer.reading().claims().tenantValue() == null
                ? Stream.of(new Violation(
                        path + ".claims.tenantValue",
                        ViolationCode.REQUIRED,
                        "must say what the tokens of this tenant have in "
                                + (preset == Preset.GOOGLE ? "hd, its domain" : "tid, or in another claim")))
                : Stream.empty();
    }

    private static Stream<Violation> roles(Map<String, String> mapping, String prefix) {
        return mapping.entrySet().stream()
                .flatMap(role -> Stream.concat(
                        text(role.getKey(), prefix + role.getKey(), LONGEST_NAME),
                        GLOBAL_ADMIN.equals(role.getValue())
                                ? Stream.empty()
                                : Stream.of(new Violation(
                                        prefix + role.getKey(),
                                        ViolationCode.NOT_ALLOWED,
                                        "must be " + GLOBAL_ADMIN))));
    }
}
