import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.lang.constant.ClassDesc;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes the classes of a jar that were compiled for Java 5 as classes for Java 8: an AOT cache takes only classes with stack maps,
 * and what implements one that is left out is left out too. What the classes do stays the same.
 *
 * <pre>java UpgradeClasses.java JAR...</pre>
 */
public class UpgradeClasses {
    public static void main(String[] jars) throws IOException {
        for (String jar : jars) {
            try (FileSystem files = FileSystems.newFileSystem(Path.of(jar))) {
                upgrade(files.getPath("/"));
            }
        }
    }

    static void upgrade(Path root) throws IOException {
        var hierarchy = ClassHierarchyResolver.ofResourceParsing(type -> open(root, type))
                .orElse(ClassHierarchyResolver.defaultResolver());
        var format = ClassFile.of(StackMapsOption.GENERATE_STACK_MAPS, ClassHierarchyResolverOption.of(hierarchy));
        var upgrade = ClassTransform.transformingMethodBodies(CodeTransform.ACCEPT_ALL)
                .andThen((type, element) -> {
                    if (element instanceof ClassFileVersion) {
                        type.withVersion(ClassFile.JAVA_8_VERSION, 0);
                    } else {
                        type.with(element);
                    }
                });
        for (Path file : classes(root)) {
            var type = format.parse(Files.readAllBytes(file));
            if (type.majorVersion() < ClassFile.JAVA_6_VERSION) {
                Files.write(file, format.transformClass(type, upgrade));
            }
        }
    }

    static List<Path> classes(Path root) throws IOException {
        try (var files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".class")).toList();
        }
    }

    static InputStream open(Path root, ClassDesc type) {
        String name = type.descriptorString();
        Path file = root.resolve(name.substring(1, name.length() - 1) + ".class");
        try {
            return Files.exists(file) ? Files.newInputStream(file) : null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
