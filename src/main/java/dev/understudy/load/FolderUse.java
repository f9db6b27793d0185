package dev.understudy.load;

import java.util.List;

/**
 * What a folder of fixtures has to do with the records that were read.
 *
 * @param folder as it was given
 * @param empty whether no file of any collection, and no answer, lies in it
 * @param collections the paths of those that it has or changes, and the names of answers; none too if later folders
 *     replace all of them
 * @param passedOver what else lies in it and is no fixture, such as {@code README.md}: names below it
 */
public record FolderUse(String folder, boolean empty, List<String> collections, List<String> passedOver) {
    public FolderUse {
        collections = List.copyOf(collections);
        passedOver = List.copyOf(passedOver);
    }
}
