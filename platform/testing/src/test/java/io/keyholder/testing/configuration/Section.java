package io.keyholder.testing.configuration;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The keys that one mapping, or one file of properties, brings. */
record Section(String title, List<Key> keys) {

    /** What each module brings; modules that bring nothing are left out. */
    static Map<SourceModule, List<Section>> byModule(List<SourceModule> modules) {
        var sections = new LinkedHashMap<SourceModule, List<Section>>();
        modules.forEach(module -> sections.put(module, mappings(module)));
        var mapped = sections.values().stream()
                .flatMap(List::stream)
                .flatMap(section -> section.keys().stream())
                .map(Key::name)
                .collect(Collectors.toSet());
        sections.replaceAll((module, mappings) ->
                Stream.concat(expressions(module, mapped), mappings.stream()).toList());
        sections.values().removeIf(List::isEmpty);
        return sections;
    }

    private static List<Section> mappings(SourceModule module) {
        return module.sources().stream()
                .flatMap(source -> Mapping.in(source).stream())
                .map(Mapping::section)
                .toList();
    }

    /** What files of properties read without a mapping. */
    private static Stream<Section> expressions(SourceModule module, Set<String> mapped) {
        return module.propertyFiles().stream()
                .map(file -> new Expressions(file)
                        .keys().stream()
                                .filter(key -> !mapped.contains(key.name()))
                                .toList())
                .filter(keys -> !keys.isEmpty())
                .map(keys -> new Section("", keys));
    }
}
