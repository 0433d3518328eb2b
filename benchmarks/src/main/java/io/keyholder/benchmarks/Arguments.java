package io.keyholder.benchmarks;

import io.keyholder.driver.Deployment;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was asked for.
 *
 * @param scenarios by name; all if empty
 * @param addresses of the gateway and of services, by name; without them a stack of this machine is started
 * @param operatorToken registers tenants in a deployment that was there before
 */
record Arguments(List<String> scenarios, Map<String, URI> addresses, String operatorToken) {

    static Arguments parse(String... words) {
        var scenarios = new ArrayList<String>();
        var addresses = new HashMap<String, URI>();
        var token = "";
        for (String word : words) {
            if (word.startsWith("--operator-token=")) {
                token = word.substring(word.indexOf('=') + 1);
            } else if (word.startsWith("--")) {
                addresses.put(word.substring(2, word.indexOf('=')), URI.create(word.substring(word.indexOf('=') + 1)));
            } else {
                scenarios.add(word);
            }
        }
        return new Arguments(List.copyOf(scenarios), Map.copyOf(addresses), token);
    }

    boolean asksFor(String scenario) {
        return scenarios.isEmpty() || scenarios.contains(scenario);
    }

    Optional<Deployment> deployment() {
        return Optional.ofNullable(addresses.get(Deployment.GATEWAY))
                .map(gateway -> new Deployment(gateway, addresses, () -> operatorToken, Map::of));
    }
}
