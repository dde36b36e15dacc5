package cn.gdpilot.domain.papers.template;

import cn.gdpilot.domain.papers.print.QrCode;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Which words, pictures and lists each document is given, what they mean, and samples. Part of the program: it gives them. */
@Component
class DocumentWords {

    private final Map<String, Scope> byDocument = new LinkedHashMap<>();

    DocumentWords() {
        for (CSVRecord row : rows()) {
            byDocument
                    .computeIfAbsent(
                            row.get("document"), name -> new Scope(new LinkedHashMap<>(), new LinkedHashMap<>()))
                    .add(row.get("word"), new Word(row.get("word"), row.get("meaning"), row.get("sample")));
        }
    }

    /** All documents, by name. */
    Set<String> documents() {
        return byDocument.keySet();
    }

    /** What a document may use. */
    Scope of(String document) {
        return byDocument.get(document);
    }

    private static List<CSVRecord> rows() {
        try (Reader reader = new InputStreamReader(
                        new ClassPathResource("dossier/document-words.csv").getInputStream(), StandardCharsets.UTF_8);
                CSVParser parser = CSVFormat.DEFAULT
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get()
                        .parse(reader)) {
            return parser.getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A word, or a picture.
     *
     * @param path    name with the lists around it, e.g. projects.number
     * @param meaning in Chinese
     * @param sample  for previews; several lines of a list apart by |; "(QR)" for a picture
     */
    record Word(String path, String meaning, String sample) {

        private static final String QR = "(QR)";

        boolean isPicture() {
            return QR.equals(sample);
        }

        private String[] samples() {
            return sample.split("\\|", -1);
        }
    }

    /**
     * What may be named at one place.
     *
     * @param words by name
     * @param lists by name: what each of their lines has
     */
    record Scope(Map<String, Word> words, Map<String, Scope> lists) {

        private void add(String path, Word word) {
            int dot = path.indexOf('.');
            if (dot < 0) {
                words.put(path, word);
            } else {
                lists.computeIfAbsent(
                                path.substring(0, dot), list -> new Scope(new LinkedHashMap<>(), new LinkedHashMap<>()))
                        .add(path.substring(dot + 1), word);
            }
        }

        /** What a line of a list may name: its own and what stands around the list. */
        Scope within(String list) {
            Scope inner = lists.get(list);
            Scope both = new Scope(new LinkedHashMap<>(words), new LinkedHashMap<>(lists));
            both.lists.remove(list);
            both.words.putAll(inner.words);
            both.lists.putAll(inner.lists);
            return both;
        }

        /** All words of it and of its lists, in order. */
        List<Word> all() {
            List<Word> all = new ArrayList<>(words.values());
            lists.values().forEach(list -> all.addAll(list.all()));
            return all;
        }

        /** All names, wherever they stand. */
        boolean knows(String name) {
            return words.containsKey(name)
                    || lists.containsKey(name)
                    || lists.values().stream().anyMatch(list -> list.knows(name));
        }

        Facts samples() {
            return sample(0);
        }

        /** Nothing at all: a template must bear that too. */
        Facts nothing() {
            Facts facts = new Facts();
            words.forEach((name, word) -> {
                if (!word.isPicture()) {
                    facts.word(name, "");
                }
            });
            lists.keySet().forEach(list -> facts.list(list, List.of()));
            return facts;
        }

        private Facts sample(int line) {
            Facts facts = new Facts();
            words.forEach((name, word) -> {
                if (word.isPicture()) {
                    facts.picture(name, () -> QrCode.png("GDPILOT"));
                } else {
                    String[] samples = word.samples();
                    facts.word(name, samples[Math.min(line, samples.length - 1)]);
                }
            });
            lists.forEach((name, list) -> {
                int most = list.words.values().stream()
                        .mapToInt(word -> word.samples().length)
                        .max()
                        .orElse(1);
                List<Facts> lines = new ArrayList<>();
                for (int i = 0; i < most; i++) {
                    lines.add(list.sample(i));
                }
                facts.list(name, lines);
            });
            return facts;
        }
    }
}
