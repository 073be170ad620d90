// The words around the report in Korean.
import type { Words } from "./words";

const PARTS: Record<string, string> = {
  pattern: "이벤트 패턴",
  event: "이벤트",
  "input-path": "입력 경로",
  paths: "입력 경로",
  template: "입력 템플릿",
  targets: "대상",
};

const VERDICTS: Record<string, string> = {
  match: "일치",
  no_match: "일치하지 않음",
  pattern_error: "AWS가 거부하는 패턴",
  event_error: "읽을 수 없는 이벤트",
  undecided: "미정",
};

export const KO: Words = {
  part: (name) => PARTS[name] ?? name,
  verdict: "판정",
  why: "이유",
  payload: "페이로드",
  payloadIfMatched: "이벤트가 일치할 때의 페이로드",
  payloadOf: (target) => `${target} 대상의 페이로드`,
  notDelivered: "전달 안 됨",
  refused: "AWS가 거부하는 대상",
  unknown: "미확인",
  problems: "문제",
  awsAnswers: "AWS의 응답",
  awsMeans: "뜻",
  met: "충족",
  failed: "미충족",
  eventHas: "실제",
  patternNeeds: "기대",
  error: "오류",
  warning: "경고",
  note: "참고",
  fix: "고치기",
  fixFor: (text) => `고치기: ${text}`,
  useIt: "적용",
  useItFor: (text) => `적용: ${text}`,
  reset: "되돌리기",
  open: "Rulepad에서 열기",
  opensNewTab: "새 탭에서 열기",
  leave: "나가려면 Esc 키를 누른 다음 Tab 키를 누르세요.",
  outdated: (expected, found) => `오래된 예제입니다. 작성할 때의 결과: ${expected}, 지금의 결과: ${found}`,
  stopped: "계산이 너무 오래 걸려 중단했습니다. 텍스트를 바꾸면 다시 계산합니다.",
  failedToRun: "여기에서는 계산할 수 없습니다. 텍스트는 작성된 그대로입니다.",
  frame: "Rulepad 예제",
  noFrame: "예제를 불러오지 못했습니다. 위의 텍스트는 작성된 그대로입니다.",
  targetsNotRead: "대상이 객체로 이루어진 JSON 배열이 아니어서 결과에서 제외했습니다.",
  leftOut: (members) => `대상에 없는 멤버라서 결과에서 제외했습니다: ${members.join(", ")}`,
  sentence: (text) => text,
  verdictName: (verdict) => VERDICTS[verdict] ?? verdict,
};
