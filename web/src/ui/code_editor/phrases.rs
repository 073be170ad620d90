//! CodeMirror's own words in other languages than English.

use rulepad_workbench::Lang;

/// CodeMirror's English phrases and their translations; `$` is where it puts a number.
pub(super) fn phrases(lang: Lang) -> &'static [(&'static str, &'static str)] {
    match lang {
        Lang::En => &[],
        Lang::Ko => &KOREAN,
    }
}

const KOREAN: [(&str, &str); 32] = [
    ("Completions", "자동 완성 목록"),
    ("Control character", "제어 문자"),
    ("Diagnostics", "문제"),
    ("No diagnostics", "문제 없음"),
    ("error", "오류"),
    ("warning", "경고"),
    ("info", "참고"),
    ("Selection deleted", "선택 영역 삭제됨"),
    ("Fold line", "줄 접기"),
    ("Unfold line", "줄 펼치기"),
    ("Folded lines", "접은 줄"),
    ("Unfolded lines", "펼친 줄"),
    ("to", "~"),
    ("folded code", "접힌 코드"),
    ("unfold", "펼치기"),
    ("Go to line", "줄로 이동"),
    ("go", "이동"),
    ("Find", "찾기"),
    ("Replace", "바꿀 내용"),
    ("next", "다음"),
    ("previous", "이전"),
    ("all", "모두 선택"),
    ("match case", "대소문자 구분"),
    ("regexp", "정규식"),
    ("by word", "단어 단위"),
    ("replace", "바꾸기"),
    ("replace all", "모두 바꾸기"),
    ("close", "닫기"),
    ("current match", "현재 결과"),
    // CodeMirror puts the number behind it.
    ("on line", "줄"),
    ("replaced match on line $", "$번째 줄에서 바꿈"),
    ("replaced $ matches", "$개 바꿈"),
];
