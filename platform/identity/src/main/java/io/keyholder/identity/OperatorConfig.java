package io.keyholder.identity;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Who runs the platform. */
@ConfigMapping(prefix = "keyholder.operator")
public interface OperatorConfig {

    /**
     * The issuer of the operators' tokens. It serves no tenant, and the role {@code platform-operator} counts from it
     * alone. Without it nobody is an operator.
     */
    Optional<String> issuer();
}
